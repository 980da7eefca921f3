// Run time: the path without Done ends the process.
package cases

import (
	"log"
	"sync"
)

func Run(items []int, do func(int) error) {
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Add(1)
		go func() {
			if err := do(item); err != nil {
				log.Fatal(err)
			}
			wg.Done()
		}()
	}
	wg.Wait()
}
