// The error closes the channel, and the send comes all the same.
package cases

func notify(err error) <-chan error {
	out := make(chan error, 1)
	if err == nil {
		close(out)
	}
	out <- err // want send-after-close[error] "out is closed before this send"
	return out
}
