// Everything is queued and closed before the goroutine starts.
package cases

func workAll(words []string) {
	jobs := make(chan string, len(words))
	for _, w := range words {
		jobs <- w
	}
	close(jobs)
	go func() {
		for w := range jobs {
			println(w)
		}
	}()
}
