// Run time: the send lies in a helper that is not called when the read fails.
package cases

func put(out chan<- []byte, b []byte) { out <- b }

func fetch(read func() ([]byte, error)) []byte {
	out := make(chan []byte)
	go func() {
		b, err := read()
		if err == nil {
			put(out, b)
		}
	}()
	return <-out // want abandoned-receiver[error] "fetch waits here for out"
}
