// The senders have another way out: the context that is cancelled when the receiver leaves.
package cases

import "context"

func fastest(parent context.Context, mirrors []string, fetch func(string) []byte) []byte {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	answers := make(chan []byte)
	for _, mirror := range mirrors {
		go func() {
			select {
			case answers <- fetch(mirror):
			case <-ctx.Done():
			}
		}()
	}
	return <-answers
}
