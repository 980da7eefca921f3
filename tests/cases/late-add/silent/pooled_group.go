// The goroutine takes a group out of a pool, and waits for it itself; another function does the same with another group.
package cases

import "sync"

var groups sync.Pool

func takeGroup() *sync.WaitGroup {
	if v := groups.Get(); v != nil {
		return v.(*sync.WaitGroup)
	}
	return &sync.WaitGroup{}
}

func each(items []string, do func(string)) {
	wg := takeGroup()
	for _, item := range items {
		wg.Go(func() { do(item) })
	}
	wg.Wait()
	groups.Put(wg)
}

func all(items []string, do func(string)) {
	wg := takeGroup()
	wg.Go(func() { each(items, do) })
	wg.Wait()
	groups.Put(wg)
}

func background(items []string, do func(string), done chan<- bool) {
	go func() {
		each(items, do)
		done <- true
	}()
}
