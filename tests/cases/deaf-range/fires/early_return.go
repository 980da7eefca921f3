// An error returns before the close.
package cases

func checkAll(words []string, check func(string) error) error {
	out := make(chan string)
	go func() {
		for w := range out { // want deaf-range[error] "checkAll may return without closing out"
			println(w)
		}
	}()
	for _, w := range words {
		if err := check(w); err != nil {
			return err
		}
		out <- w
	}
	close(out)
	return nil
}
