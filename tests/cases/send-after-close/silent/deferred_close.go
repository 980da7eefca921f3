// The close was deferred first, and so comes last.
package cases

func talk(words []string) <-chan string {
	out := make(chan string, 16)
	defer close(out)
	defer func() { out <- "bye" }()
	for _, w := range words {
		select {
		case out <- w:
		default:
		}
	}
	return out
}
