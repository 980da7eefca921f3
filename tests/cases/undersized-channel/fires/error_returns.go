// Run time: the first error ends the collecting loop; the senders that come after it block for good.
package cases

type reply struct {
	body []byte
	err  error
}

func gather(urls []string, get func(string) reply) ([][]byte, error) {
	replies := make(chan reply, 8) // want undersized-channel[error] "replies has 8 slots, and len(urls) goroutines"
	for _, url := range urls {
		go func(u string) { replies <- get(u) }(url)
	}
	var bodies [][]byte
	for i := 0; i < len(urls); i++ {
		r := <-replies
		if r.err != nil {
			return nil, r.err
		}
		bodies = append(bodies, r.body)
	}
	return bodies, nil
}
