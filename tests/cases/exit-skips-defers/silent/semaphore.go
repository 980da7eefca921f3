// The deferred receive gives a slot of a semaphore back; no goroutine's end is waited for.
package main

import (
	"log"
	"os"
	"sync"
)

var slots = make(chan struct{}, 4)

func check(path string) {
	slots <- struct{}{}
	defer func() { <-slots }()
	if _, err := os.Stat(path); err != nil {
		log.Fatal(err)
	}
}

func main() {
	var wg sync.WaitGroup
	for _, path := range os.Args[1:] {
		wg.Add(1)
		go func() {
			defer wg.Done()
			check(path)
		}()
	}
	wg.Wait()
}
