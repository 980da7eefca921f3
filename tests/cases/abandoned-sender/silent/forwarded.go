// Somebody else takes the channel over.
package cases

import "time"

func withTimeout(get func() int, late func(<-chan int)) int {
	out := make(chan int)
	go func() { out <- get() }()
	select {
	case v := <-out:
		return v
	case <-time.After(time.Second):
		late(out)
		return 0
	}
}
