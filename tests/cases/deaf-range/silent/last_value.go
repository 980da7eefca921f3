// A value that means the end leaves the loop.
package cases

func printAll(words []string) {
	out := make(chan string)
	go func() {
		for w := range out {
			if w == "" {
				return
			}
			println(w)
		}
	}()
	for _, w := range words {
		out <- w
	}
	out <- ""
}
