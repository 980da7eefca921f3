// Run time: where the host cannot be reached, resp is nil and its Body a nil dereference.
package cases

import "net/http"

func alive(url string) bool {
	resp, err := http.Get(url)
	defer resp.Body.Close() // want unclosed-body "resp is nil where http.Get fails"
	return err == nil
}
