// The goroutine's only act is to tell of its end, which is one.
package cases

func Start() <-chan struct{} {
	done := make(chan struct{})
	go func() { close(done) }()
	return done
}
