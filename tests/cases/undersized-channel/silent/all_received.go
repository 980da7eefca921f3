// Every path receives as often as is sent: nothing returns from the loop.
package cases

type reply struct {
	body []byte
	err  error
}

func gather(urls []string, get func(string) reply) (bodies [][]byte, err error) {
	replies := make(chan reply)
	for _, url := range urls {
		go func(u string) { replies <- get(u) }(url)
	}
	for i := 0; i < len(urls); i++ {
		r := <-replies
		if r.err != nil {
			err = r.err
			continue
		}
		bodies = append(bodies, r.body)
	}
	return bodies, err
}
