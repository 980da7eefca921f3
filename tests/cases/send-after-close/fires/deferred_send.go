// Deferred calls run last first: the close comes before the last word.
package cases

func talk(words []string) <-chan string {
	out := make(chan string, 16)
	defer func() { out <- "bye" }() // want send-after-close[error] "out is closed before this send"
	defer close(out)
	for _, w := range words {
		select {
		case out <- w:
		default:
		}
	}
	return out
}
