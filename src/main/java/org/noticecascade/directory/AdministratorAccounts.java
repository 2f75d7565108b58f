package org.noticecascade.directory;

/** Makes an administrator where there is none who could: for whoever operates the server. */
public interface AdministratorAccounts {

    /**
     * Creates the account, or takes it as it is, gives it this password and makes it an administrator's.
     *
     * @throws org.noticecascade.Refusal if the id is unusual or a person's, the password weak, or accounts are kept in
     *     LDAP
     */
    void make(String id, String password);
}
