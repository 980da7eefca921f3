// Closed when everything is sent.
package cases

func printAll(words []string) {
	out := make(chan string)
	go func() {
		for w := range out {
			println(w)
		}
	}()
	for _, w := range words {
		out <- w
	}
	close(out)
}
