// Run time: the channel is switched off for the select, and then received from outside of it.
package cases

func Merge(in, extra chan int, out chan<- int) {
	for range 10 {
		select {
		case v := <-in:
			out <- v
		case v := <-extra:
			out <- v
		}
	}
	in = nil
	out <- <-in // want nil-channel "in is nil here, and a receive from it"
}
