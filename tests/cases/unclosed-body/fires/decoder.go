// Run time: the decoder reads from the body and closes nothing.
package cases

import (
	"encoding/json"
	"net/http"
)

type answer struct{ Name string }

func name(url string) (string, error) {
	var a answer
	resp, err := http.Get(url) // want unclosed-body "not closed"
	if err != nil {
		return "", err
	}
	err = json.NewDecoder(resp.Body).Decode(&a)
	return a.Name, err
}
