// The error path closes as well.
package cases

func checkAll(words []string, check func(string) error) error {
	out := make(chan string)
	go func() {
		for w := range out {
			println(w)
		}
	}()
	for _, w := range words {
		if err := check(w); err != nil {
			close(out)
			return err
		}
		out <- w
	}
	close(out)
	return nil
}
