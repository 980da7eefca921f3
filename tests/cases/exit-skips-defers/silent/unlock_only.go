// The only deferred calls release a lock and print a time: the end of the process loses nothing by them.
package main

import (
	"log"
	"sync"
	"time"
)

var mu sync.Mutex

func main() {
	started := time.Now()
	defer func() { log.Print(time.Since(started)) }()
	mu.Lock()
	defer mu.Unlock()
	if started.Year() < 2000 {
		log.Fatal("the clock is wrong")
	}
}
