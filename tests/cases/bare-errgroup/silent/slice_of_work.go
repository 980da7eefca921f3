// The helper goes through a slice that it is given, and waits for nothing.
package cases

import "golang.org/x/sync/errgroup"

func stat(parts []string, look func(string) error) error {
	for _, p := range parts {
		if err := look(p); err != nil {
			return err
		}
	}
	return nil
}

func statAll(files map[string][]string, look func(string) error) error {
	stats := new(errgroup.Group)
	for _, parts := range files {
		stats.Go(func() error { return stat(parts, look) })
	}
	return stats.Wait()
}
