// Run time: the first bad element returns; the rest of the slice is sent to nobody.
package cases

import "errors"

func check(items []string, parse func(string) error) error {
	parsed := make(chan error, 1)
	go func() {
		for _, item := range items {
			parsed <- parse(item) // want abandoned-sender[error] "parsed has 1 slot for the goroutine that goes on sending"
		}
		close(parsed)
	}()
	for err := range parsed {
		if err != nil {
			return errors.New("bad item")
		}
	}
	return nil
}
