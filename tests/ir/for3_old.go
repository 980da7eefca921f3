//go:build go1.21

// Before Go 1.22 there is one variable for the whole loop.
package p

func for3old(n int, xs []int) {
	for i := 0; i < n; i++ {
		go func() { println(i) }()
	}
	for _, x := range xs {
		go func() { println(x) }()
	}
}
