// What the compiler refuses: jumps to nowhere, wrong numbers of values, statements out of place.
package p

func broken(a int) (int, string) {
	break
	continue
	goto nowhere
	x, y := 1
	a, a = a
	a() = 3
	go 1
	defer a
	fallthrough
	return x
}

func body() int
