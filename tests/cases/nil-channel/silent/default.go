// Run time: the select has a default, so that nothing waits.
package cases

func Notify(n int) bool {
	var listener chan int
	select {
	case listener <- n:
		return true
	default:
		return false
	}
}
