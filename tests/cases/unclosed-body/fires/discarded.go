// Run time: nobody can close what nobody has.
package cases

import "net/http"

func ping(url string) error {
	_, err := http.Get(url) // want unclosed-body "the response of http.Get is discarded"
	return err
}
