// Run time: the type parameter is only that of the result.
package cases

import (
	"encoding/json"
	"net/http"
)

func get[T any](c *http.Client, url string) (v T, err error) {
	resp, err := c.Get(url) // want unclosed-body "not closed"
	if err != nil {
		return v, err
	}
	err = json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}
