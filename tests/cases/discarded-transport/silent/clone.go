// Near miss of generic: a clone of the default transport has its idle timeout.
package cases

import (
	"encoding/json"
	"net/http"
)

func Load[T any](url string) (T, error) {
	var out T
	client := &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}
	resp, err := client.Get(url)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out, err
}
