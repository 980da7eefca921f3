// Run time: get fails, the goroutine returns without a send, and the function waits for good.
package cases

import "log"

func load(get func() (int, error)) int {
	out := make(chan int)
	go func() {
		v, err := get()
		if err != nil {
			log.Print(err)
			return
		}
		out <- v
	}()
	return <-out // want abandoned-receiver[error] "load waits here for out, and a goroutine that should send on it can end without"
}
