// Run time: both cases are switched off, and there is no default.
package cases

func Wait(stop bool) int {
	var a, b chan int
	if stop {
		return 0
	}
	select { // want nil-channel "all channels of this select are nil here"
	case v := <-a:
		return v
	case v := <-b:
		return v
	}
}
