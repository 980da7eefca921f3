// The sender listens to the same context as the receiver.
package cases

import "context"

func resolve(ctx context.Context, lookup func() string) (string, error) {
	done := make(chan string)
	go func() {
		select {
		case done <- lookup():
		case <-ctx.Done():
		}
	}()
	select {
	case r := <-done:
		return r, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
