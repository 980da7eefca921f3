// Run time: what the goroutine does is behind an interface; its failure ends the goroutine without a send.
package cases

type source interface{ Next() (string, error) }

func first(s source) string {
	lines := make(chan string, 1)
	go func() {
		line, err := s.Next()
		if err != nil {
			return
		}
		lines <- line
	}()
	return <-lines // want abandoned-receiver[error] "lines"
}
