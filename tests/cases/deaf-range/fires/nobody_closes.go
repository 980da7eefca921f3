// The function that made the channel sends everything and forgets to close.
package cases

func printAll(words []string) {
	out := make(chan string)
	go func() {
		for w := range out { // want deaf-range[warning] "nobody closes out"
			println(w)
		}
	}()
	for _, w := range words {
		out <- w
	}
}
