// The receiver of the channel closes it.
package cases

import "net/http"

func ask(url string, to chan<- *http.Response) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	to <- resp
	return nil
}
