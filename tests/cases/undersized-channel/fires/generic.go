// Run time: generic code with the same shape; the first element that has a value returns.
package cases

func firstOf[T any](makers []func() (T, bool)) (T, bool) {
	type result struct {
		value T
		ok    bool
	}
	results := make(chan result) // want undersized-channel[error] "results"
	for _, mk := range makers {
		go func() {
			v, ok := mk()
			results <- result{v, ok}
		}()
	}
	for range makers {
		if r := <-results; r.ok {
			return r.value, true
		}
	}
	var none T
	return none, false
}
