// Run time: each instance of the generic function makes its transport anew for each call.
package cases

import (
	"encoding/json"
	"net/http"
)

func Load[T any](url string) (T, error) {
	var out T
	client := &http.Client{Transport: &http.Transport{}} // want discarded-transport[warning] "each call of Load"
	resp, err := client.Get(url)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out, err
}
