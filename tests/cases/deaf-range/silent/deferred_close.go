// The deferred close runs on every path.
package cases

func checkAll(words []string, check func(string) error) error {
	out := make(chan string)
	defer close(out)
	go func() {
		for w := range out {
			println(w)
		}
	}()
	for _, w := range words {
		if err := check(w); err != nil {
			return err
		}
		out <- w
	}
	return nil
}
