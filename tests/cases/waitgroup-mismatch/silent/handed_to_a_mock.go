// Run time: the mock calls the function that it was given each time the item is submitted; what
// code that is not seen does with a function literal nobody can say.
package cases

import "sync"

type submitter interface{ Submit(int) }

type expectation interface{ Do(func(int)) }

func drive(s submitter, expect expectation, items []int, advance func()) {
	var wg sync.WaitGroup
	expect.Do(func(int) { wg.Done() })
	for _, item := range items {
		wg.Add(1)
		s.Submit(item)
	}
	advance()
	wg.Wait()
}
