// The channel is handed to the caller, who receives what it needs and may drain the rest.
package cases

func Answers(mirrors []string, fetch func(string) []byte) <-chan []byte {
	answers := make(chan []byte)
	for _, mirror := range mirrors {
		go func() { answers <- fetch(mirror) }()
	}
	return answers
}
