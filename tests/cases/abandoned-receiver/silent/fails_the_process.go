// Where nothing is sent the process ends.
package cases

import "log"

func load(get func() (int, error)) int {
	out := make(chan int)
	go func() {
		v, err := get()
		if err != nil {
			log.Fatal(err)
		}
		out <- v
	}()
	return <-out
}
