// Run time: where the file cannot be opened the count has been raised for a goroutine that never starts.
package cases

import (
	"os"
	"sync"
)

func Sizes(names []string) int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for _, name := range names {
		wg.Add(1) // want waitgroup-mismatch "wg.Add counts a goroutine that is not started on every path"
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		go func() {
			defer wg.Done()
			defer f.Close()
			mu.Lock()
			sum++
			mu.Unlock()
		}()
	}
	wg.Wait()
	return sum
}
