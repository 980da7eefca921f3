// A goroutine receives what the early return leaves.
package cases

func fastest(mirrors []string, fetch func(string) []byte) []byte {
	answers := make(chan []byte)
	for _, mirror := range mirrors {
		go func() { answers <- fetch(mirror) }()
	}
	defer func() {
		go func() {
			for i := 1; i < len(mirrors); i++ {
				<-answers
			}
		}()
	}()
	return <-answers
}
