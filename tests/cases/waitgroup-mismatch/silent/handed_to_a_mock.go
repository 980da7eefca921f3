// Run time: the mock calls the function that it was given each time the item is submitted; what
// a library does with a function literal is not seen.
package cases

import (
	"sync"

	"example.com/mock"
)

type submitter interface{ Submit(int) }

func drive(s submitter, expect *mock.Call, items []int, advance func()) {
	var wg sync.WaitGroup
	expect.Do(func(int) { wg.Done() })
	for _, item := range items {
		wg.Add(1)
		s.Submit(item)
	}
	advance()
	wg.Wait()
}
