// It is received where it was started: both depend on the same flag.
package cases

func build(parallel bool, compile func() int) (size int) {
	sizes := make(chan int)
	if parallel {
		go func() { sizes <- compile() }()
	} else {
		size = compile()
	}
	if parallel {
		size = <-sizes
	}
	return size
}
