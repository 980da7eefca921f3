// Run time: the caller's context ends while answers are outstanding; the selects of the senders do not know of it.
package cases

import "context"

func lookupAll(ctx context.Context, names []string, resolve func(string) string) ([]string, error) {
	found := make(chan string) // want undersized-channel[error] "found"
	for i := range names {
		go send(found, resolve, names[i])
	}
	var all []string
	for range names {
		select {
		case f := <-found:
			all = append(all, f)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return all, nil
}

func send(found chan<- string, resolve func(string) string, name string) {
	found <- resolve(name)
}
