// The path that closes returns.
package cases

func notify(err error) <-chan error {
	out := make(chan error, 1)
	if err == nil {
		close(out)
		return out
	}
	out <- err
	return out
}
