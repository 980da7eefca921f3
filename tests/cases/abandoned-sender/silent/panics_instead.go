// The path without a receive ends the process.
package cases

import (
	"log"
	"time"
)

func withTimeout(get func() int) int {
	out := make(chan int)
	go func() { out <- get() }()
	select {
	case v := <-out:
		return v
	case <-time.After(time.Second):
		log.Fatal("late")
		return 0
	}
}
