// No context is passed at all.
package cases

import "context"

func load() error { return all("name") }

func all(name string, ctxs ...context.Context) error {
	for _, c := range ctxs {
		if c.Err() != nil {
			return c.Err()
		}
	}
	return nil
}
